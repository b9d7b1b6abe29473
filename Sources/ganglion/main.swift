import CLI

print(0)
