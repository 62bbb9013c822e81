"""What a person or a group sets: values, their storage, what follows from them, screens, commands and buttons."""
