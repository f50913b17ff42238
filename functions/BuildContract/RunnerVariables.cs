namespace Sluice.BuildContract;

/// <summary>The environment variables that a build's program is started with. What to build is in the <see cref="Jobs.BuildJob"/>; of these none but the mark reaches the build's commands.</summary>
public static class RunnerVariables
{
    /// <summary>Where objects are kept: <c>file:</c> and a folder, or <c>s3:</c>.</summary>
    public const string Objects = "SLUICE_OBJECTS";

    /// <summary>Where the job is: bucket/key of its <c>job.json</c>.</summary>
    public const string Job = "SLUICE_JOB";

    /// <summary>The folder in which the build's own folder is made, outside any checkout; the system's temporary folder by default.</summary>
    public const string Workspace = "SLUICE_WORKSPACE";

    /// <summary>The folder in which caches of the machine are kept; one in the system's temporary folder by default.</summary>
    public const string Cache = "SLUICE_CACHE";

    /// <summary>What whoever started the program knows its processes by, wherever they go.</summary>
    public const string Mark = "SLUICE_MARK";

    /// <summary>The URL of the service that wants to hear how far the build is; none, and it is told nothing.</summary>
    public const string Api = "SLUICE_API";

    /// <summary>The URL of the service that keeps packages; none, and no client is set up for them.</summary>
    public const string Packages = "SLUICE_PACKAGES_URL";

    /// <summary>The build's id, <c>project:uuid</c>: a label of the task, for whoever looks at its machine. The program does not read it.</summary>
    public const string BuildId = "SLUICE_BUILD_ID";

    /// <summary>Who started it: a label of the task, as <see cref="BuildId"/> is.</summary>
    public const string Initiator = "SLUICE_INITIATOR";

    /// <summary>
    /// Says by any value that there is no job yet: the program makes itself ready, says <see cref="Ready"/>, and waits for a line on its input, a JSON object of the variables that it lacks. It ends with its input.
    /// </summary>
    public const string Standby = "SLUICE_STANDBY";

    /// <summary>The line by which a program that stands by says that it is ready.</summary>
    public const string Ready = "ready";

    /// <summary>The name of the object that says what to build, below the build's output.</summary>
    public const string JobName = "job.json";

    /// <summary>The name of the object that says how the build ended, below the build's output.</summary>
    public const string ResultName = "result.json";
}
