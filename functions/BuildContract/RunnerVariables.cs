namespace Sluice.BuildContract;

/// <summary>The environment variables by which a build machine tells the build's program what to do. None of them but the mark reaches the build's commands.</summary>
public static class RunnerVariables
{
    /// <summary>The build's id in CodeBuild's form, <c>project:uuid</c>.</summary>
    public const string BuildId = "SLUICE_BUILD_ID";

    /// <summary>The build's ARN.</summary>
    public const string BuildArn = "SLUICE_BUILD_ARN";

    /// <summary>The build's number in its project, from 1.</summary>
    public const string BuildNumber = "SLUICE_BUILD_NUMBER";

    /// <summary>Who started it, e.g. <c>codepipeline/name</c>.</summary>
    public const string Initiator = "SLUICE_INITIATOR";

    /// <summary>A git URL or an absolute path.</summary>
    public const string Repository = "SLUICE_REPOSITORY";

    /// <summary>The commit: 40 hexadecimal digits (64 in a SHA-256 repository).</summary>
    public const string Commit = "SLUICE_COMMIT";

    /// <summary>Where objects are kept: <c>file:</c> and a folder, or <c>s3:</c>.</summary>
    public const string Objects = "SLUICE_OBJECTS";

    /// <summary>The bucket of everything that the build hands on.</summary>
    public const string OutputBucket = "SLUICE_OUTPUT_BUCKET";

    /// <summary>The key prefix of everything that the build hands on, without a slash at its end.</summary>
    public const string OutputPrefix = "SLUICE_OUTPUT_PREFIX";

    /// <summary>The folder in which the build's own folder is made, outside any checkout; the system's temporary folder by default.</summary>
    public const string Workspace = "SLUICE_WORKSPACE";

    /// <summary>Variables for the commands, which beat the buildspec's: a JSON list of <c>{"name", "value", "secret"}</c>.</summary>
    public const string Environment = "SLUICE_ENVIRONMENT";

    /// <summary>In place of <see cref="Environment"/>, if that is more than a task may be given: the name of the object below the prefix that holds it.</summary>
    public const string EnvironmentObject = "SLUICE_ENVIRONMENT_OBJECT";

    /// <summary>After how many seconds the build is ended; 3600 by default.</summary>
    public const string TimeoutSeconds = "SLUICE_TIMEOUT_SECONDS";

    /// <summary>Which part of the tests the build runs, and how many parts there are: <c>1/4</c> is the first of four. All of them by default.</summary>
    public const string Shard = "SLUICE_SHARD";

    /// <summary><c>true</c> if <c>codebuild-breakpoint</c> holds the build.</summary>
    public const string DebugSession = "SLUICE_DEBUG_SESSION";

    /// <summary>What whoever started the program knows its processes by, wherever they go.</summary>
    public const string Mark = "SLUICE_MARK";

    /// <summary>The name of the object that says how the build ended, below the prefix.</summary>
    public const string ResultName = "result.json";
}
