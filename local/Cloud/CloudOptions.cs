using Sluice.Local.Cloud.Functions.Runtime;
using Sluice.Local.Cloud.Processes;
using Sluice.Local.Cloud.Tasks;

namespace Sluice.Local.Cloud;

/// <summary>How the stand-ins are set up.</summary>
/// <param name="DataFolder">Where all their state is; made if absent. It must be this process's alone.</param>
/// <param name="HostEnvironment">This process's environment: functions and builds are given only what they need to find programs.</param>
public sealed record CloudOptions(string DataFolder, IReadOnlyDictionary<string, string> HostEnvironment)
{
    /// <summary>Account and Region.</summary>
    public CloudIdentity Identity { get; init; } = new();

    /// <summary>The suite's own URL, for functions to call its APIs; null while it has none.</summary>
    public Func<string?> SuiteUrl { get; init; } = static () => null;

    /// <summary>What functions sign with; null gives them keys of nobody.</summary>
    public Func<(string AccessKeyId, string SecretAccessKey)?> FunctionKeys { get; init; } = static () => null;

    /// <summary>ECS task definitions by name.</summary>
    public IReadOnlyDictionary<string, TaskProgram> Programs { get; init; } = new Dictionary<string, TaskProgram>(StringComparer.Ordinal);

    /// <summary>What the suite's own bus is called.</summary>
    public string SuiteBus { get; init; } = "sluice";

    /// <summary>Starts pipelines for rules.</summary>
    public IPipelineStarter Pipelines { get; init; } = new UnservedPipelines();

    /// <summary>Sees each line that a task writes, on the thread that reads it; it must return quickly.</summary>
    public Action<TaskOutput>? TaskOutput { get; init; }

    /// <summary>Told of each write that the disk refused and that nobody is answered for: a log's line, a process's record. It must not throw.</summary>
    public Action<Exception> WriteFailed { get; init; } = static _ => { };

    internal ProgramEnvironment EnvironmentOf(string scratchFolder) => new(HostEnvironment, Identity, SuiteUrl, scratchFolder) { Keys = FunctionKeys };

    internal PoolLimits Pools { get; init; } = new();
}
