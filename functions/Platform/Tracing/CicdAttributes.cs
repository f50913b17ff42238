namespace Sluice.Platform.Tracing;

/// <summary>OpenTelemetry's semantic conventions of CI/CD and version control, by the names of their registry, as far as the suite tells them.</summary>
public static class CicdAttributes
{
    public const string Pipeline = "cicd.pipeline.name";
    public const string Kind = "cicd.pipeline.action.name";
    public const string Run = "cicd.pipeline.run.id";
    public const string RunState = "cicd.pipeline.run.state";
    public const string Result = "cicd.pipeline.result";
    public const string Task = "cicd.pipeline.task.name";
    public const string TaskRun = "cicd.pipeline.task.run.id";
    public const string TaskResult = "cicd.pipeline.task.run.result";
    public const string TaskType = "cicd.pipeline.task.type";
    public const string ErrorType = "error.type";
    public const string Repository = "vcs.repository.url.full";
    public const string Branch = "vcs.ref.head.name";
    public const string Revision = "vcs.ref.head.revision";

    /// <summary>What the run's state is while it waits.</summary>
    public const string Pending = "pending";

    /// <summary>The results that runs and tasks have.</summary>
    public const string Success = "success";

    /// <summary>What it did failed.</summary>
    public const string Failure = "failure";

    /// <summary>Who did it failed.</summary>
    public const string Error = "error";

    /// <summary>Its time was over.</summary>
    public const string Timeout = "timeout";

    /// <summary>Somebody, or something newer, ended it.</summary>
    public const string Cancellation = "cancellation";

    /// <summary>It was not to be done.</summary>
    public const string Skip = "skip";
}
