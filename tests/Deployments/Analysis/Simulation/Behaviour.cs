namespace Sluice.Deployments.Tests.Analysis.Simulation;

/// <summary>How a version behaves.</summary>
/// <param name="ErrorPercent">How many of its requests fail.</param>
/// <param name="Latency">The median of its latencies in ms; they are distributed log-normally with <paramref name="Spread"/>.</param>
/// <param name="Spread">0.6 is usual: p90 is 2.2 times the median.</param>
/// <param name="OwnMinutes">How much its minutes differ from each other, as the deviation of a factor's logarithm.</param>
/// <param name="Correlation">How alike a minute is to the next one.</param>
internal sealed record Behaviour(double ErrorPercent = 0, double Latency = 100, double Spread = 0.6, double OwnMinutes = 0, double Correlation = 0);
