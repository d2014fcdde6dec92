# Sums the tests of each kind from lines "class count"; the kind is the end of the class's name.
{
  kind = "unit"
  if ($1 ~ /ComponentTest$/) kind = "component"
  if ($1 ~ /ContractTest$/) kind = "contract"
  if ($1 ~ /ArchitectureTest$/) kind = "architecture"
  if ($1 ~ /IT$/) kind = "integration"
  if ($1 ~ /AcceptanceIT$/) kind = "acceptance"
  count[kind] += $2
  total += $2
}
END {
  for (kind in count) printf "  %-14s %6d\n", kind, count[kind] | "sort"
  close("sort")
  printf "  %-14s %6d\n", "all", total
}
