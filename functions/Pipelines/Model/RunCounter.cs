namespace Sluice.Pipelines.Model;

/// <summary>The number of a pipeline's newest run, and how many are under way.</summary>
internal sealed record RunCounter(long Last, long Active = 0);
