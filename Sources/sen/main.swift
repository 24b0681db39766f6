print("sen")
