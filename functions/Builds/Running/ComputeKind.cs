namespace Sluice.Builds.Running;

/// <summary>On what a build runs. The machine branches on it.</summary>
internal enum ComputeKind
{
    /// <summary>A task on Fargate, of the suite's own image; on one machine a process.</summary>
    Ecs,

    /// <summary>A function of the same image, for 15 minutes at most.</summary>
    Lambda,

    /// <summary>A machine that CodeBuild lends, with the image that the build names.</summary>
    CodeBuild,
}
