namespace Sluice.Platform.Actions;

/// <summary>Which of the suite's services does an action. The pipeline's machine names a function of each, in this order, and each has one that stops its actions.</summary>
public enum ActionService
{
    /// <summary>Pipelines itself: sources, approvals, job workers, and what machines of its own do with AWS's services.</summary>
    Pipeline,

    /// <summary>Builds.</summary>
    Build,

    /// <summary>Deployments.</summary>
    Deployment,
}
