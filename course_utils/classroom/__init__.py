"""The live view of a class: what students' notebooks report, kept, and shown to the instructor."""
