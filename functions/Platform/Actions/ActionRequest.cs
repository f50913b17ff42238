using Sluice.Platform.Objects;

namespace Sluice.Platform.Actions;

/// <summary>
/// How the pipeline's machine asks a service to do an action, or to judge a rule of a condition. The service stores it under a new record of its own, with the token, and answers later by
/// completing the token with an <see cref="ActionResult"/>. The same <see cref="ActionExecutionId"/> always means the same record.
/// </summary>
public sealed record ActionRequest(
    string TaskToken,
    string PipelineName,
    string PipelineExecutionId,
    string StageName,
    string ActionName,
    string ActionExecutionId,
    IReadOnlyDictionary<string, string> Configuration,
    IReadOnlyDictionary<string, ObjectRef> InputArtifacts,
    IReadOnlyList<string> OutputArtifacts)
{
    /// <summary>CodePipeline's category, or <c>Rule</c>.</summary>
    public string Category { get; init; } = "";

    /// <summary>AWS, ThirdParty or Custom.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Which kind of action: CodeBuild, S3, Manual …</summary>
    public string Provider { get; init; } = "";

    /// <summary>Of the action's type.</summary>
    public string Version { get; init; } = "1";

    /// <summary>After so long the machine waits no more.</summary>
    public int TimeoutSeconds { get; init; }

    /// <summary>For a rule, one of <see cref="ActionConditions"/>.</summary>
    public string? Condition { get; init; }

    /// <summary>What it says that is commands; null if it says none.</summary>
    public ActionCommands? Commands { get; init; }

    /// <summary>Where the whole request is, if this says only whose it is: <see cref="ActionDocuments.WholeAsync"/>.</summary>
    public ObjectRef? Stored { get; init; }
}
