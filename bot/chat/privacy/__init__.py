"""What is stored about people and chats: said by `/privacy`, erased by `/forget`."""
