using BenchmarkDotNet.Running;
using Rapporteur.Benchmarks;

// `table` times whole commands; everything else is BenchmarkDotNet's (`--filter *`, `--list flat`, ...).
if (args is ["table", ..]) return WholeCommandTable.Run(args[1..]);
BenchmarkSwitcher.FromAssembly(typeof(StageBenchmarks).Assembly).Run(args);
return 0;
