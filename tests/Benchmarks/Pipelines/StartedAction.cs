namespace Sluice.Benchmarks.Pipelines;

/// <summary>An action that has begun: its service has stored it and answered the machine.</summary>
/// <param name="Pipeline">Of which pipeline.</param>
/// <param name="Execution">Of which run.</param>
/// <param name="Stage">In which stage.</param>
/// <param name="Name">Its name.</param>
/// <param name="Id">Its id, which is an approval's token.</param>
/// <param name="At">A timestamp of the system's clock.</param>
internal sealed record StartedAction(string Pipeline, string Execution, string Stage, string Name, string Id, long At);
