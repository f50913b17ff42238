using Sluice.Builds.Queueing;
using Sluice.Builds.Running;
using Sluice.Packages.Entry;
using Sluice.Packages.Upstreams;
using Sluice.Platform;
using Sluice.Platform.Accounts;
using Sluice.Platform.Configuration;
using Sluice.Platform.Objects;
using Sluice.Platform.Tracing;

namespace Sluice.Lambdas;

/// <summary>What the template tells the functions by environment variables.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Account">Where the suite runs.</param>
/// <param name="Builds">How many builds may run at once.</param>
/// <param name="Computes">What builds can run on.</param>
/// <param name="Machines">The ARNs of the machines by their names; none where no executions are started.</param>
/// <param name="Bucket">The suite's own bucket.</param>
/// <param name="SecretsKey">What the access keys' secrets are encrypted with; null where they are not read.</param>
/// <param name="BuildCluster">Where builds run on Fargate; null where nobody is let into them.</param>
/// <param name="Traces">Whether and to whom traces are told.</param>
/// <param name="Upstreams">Registries outside that packages are taken from.</param>
/// <param name="Registries">Where the suite's own registries are.</param>
internal sealed record SuiteSettings(string Table, SuiteAccount Account, BuildLimit Builds, BuildComputes Computes, IReadOnlyDictionary<string, string> Machines, SuiteBucket Bucket, string? SecretsKey, string? BuildCluster, TraceSettings Traces, UpstreamSettings Upstreams, RegistryAddress Registries)
{
    /// <summary>The variable of <see cref="SecretsKey"/>.</summary>
    public const string SecretsKeyVariable = "SLUICE_SECRETS_KEY";

    /// <summary>The variable of <see cref="BuildCluster"/>.</summary>
    public const string BuildClusterVariable = "SLUICE_BUILD_CLUSTER";

    /// <summary>The machines by which services ask for executions.</summary>
    public static IReadOnlyList<string> MachineNames { get; } = ["pipeline", "action", "action-invoke", "build", "build-batch", "deploy-lambda", "deploy-ecs", "notify"];

    /// <summary>The variable with a machine's ARN, e.g. <c>STATE_MACHINE_DEPLOY_ECS</c>.</summary>
    public static string VariableOf(string machine) => $"STATE_MACHINE_{machine.ToUpperInvariant().Replace('-', '_')}";

    /// <exception cref="InvalidConfigurationException">Something is missing or wrong: all of it.</exception>
    public static SuiteSettings Read(IReadOnlyDictionary<string, string> variables)
    {
        var reader = new VariableReader(variables);
        var account = AccountVariables.Read(reader);
        var settings = new SuiteSettings(
            account.Table,
            account.Account,
            new BuildLimit(reader.Number("SLUICE_BUILDS_AT_ONCE", min: 1, int.MaxValue, BuildLimit.Default.AtOnce)),
            ReadComputes(reader),
            ReadMachines(reader),
            account.Bucket,
            reader.Optional(SecretsKeyVariable),
            reader.Optional(BuildClusterVariable),
            TraceVariables.Read(reader),
            UpstreamVariables.Read(reader),
            RegistryAddress.Read(reader));
        reader.ThrowIfFaulty();
        return settings;
    }

    private static BuildComputes ReadComputes(VariableReader reader) => new(
        reader.Required("SLUICE_BUILD_IMAGE", "the image that runs builds"),
        reader.Optional("SLUICE_ARM_BUILD_IMAGE"),
        Flag(reader, "SLUICE_USE_LAMBDA"),
        Flag(reader, "SLUICE_USE_CODEBUILD"));

    /// <summary>A parameter of the template that turns something on, as it writes it.</summary>
    private static bool Flag(VariableReader reader, string name)
    {
        var value = reader.Optional(name) ?? "false";
        if (value is not ("true" or "false"))
        {
            reader.Fault(name, "true or false");
        }

        return value == "true";
    }

    /// <summary>Only the function that starts executions is given them; the others only complete tokens. Who has one has all.</summary>
    private static Dictionary<string, string> ReadMachines(VariableReader reader) =>
        MachineNames.All(machine => reader.Optional(VariableOf(machine)) is null)
            ? []
            : MachineNames.ToDictionary(machine => machine, machine => reader.Required(VariableOf(machine), $"the ARN of the machine '{machine}'", IsMachine), StringComparer.Ordinal);

    private static bool IsMachine(string value) => value.StartsWith("arn:", StringComparison.Ordinal) && value.Contains(":stateMachine:", StringComparison.Ordinal);
}
