namespace Sluice.Pipelines.Model;

/// <summary>The number of a pipeline's newest run.</summary>
internal sealed record RunCounter(long Last);
