namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>What <see cref="ExecutionStarts"/> takes.</summary>
/// <param name="Name">The pipeline.</param>
/// <param name="ClientRequestToken">1 to 128 of <c>A-Z a-z 0-9 -</c>: the same token is the same run.</param>
/// <param name="Detail">What the run's trigger says for people; null is a default.</param>
public sealed record StartRequest(string Name, string? ClientRequestToken = null, string? Detail = null)
{
    /// <summary>Values of the pipeline's variables.</summary>
    public IReadOnlyList<PipelineVariable> Variables { get; init; } = [];

    /// <summary>Revisions to release in place of the newest.</summary>
    public IReadOnlyList<SourceRevisionOverride> SourceRevisions { get; init; } = [];

    /// <summary>The name of the key; null for nobody.</summary>
    public string? StartedBy { get; init; }

    /// <summary>Why it is started.</summary>
    public TriggerType TriggerType { get; init; } = TriggerType.StartPipelineExecution;

    /// <summary>Whether variables that are missing or unknown refuse the start.</summary>
    public bool IsLenient { get; init; }
}
