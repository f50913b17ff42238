using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sluice.BuildContract;
using Sluice.BuildRunner.Containers;
using Sluice.Local.Cloud;
using Sluice.Local.Cloud.Tasks;
using Sluice.Local.Host.Credentials;
using Sluice.Local.Host.Data;
using Sluice.Local.Host.Storage;
using Sluice.Platform.Access;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;
using Sluice.Platform.Tables;

namespace Sluice.Local.Host;

/// <summary>Sets up the stand-ins: where their state is, what programs stand behind ECS tasks, and what of this machine's environment those may see.</summary>
internal static class CloudSetup
{
    /// <summary>What builds need of the machine: to find tools, and the caches and package sources that those keep. No credentials.</summary>
    private static readonly string[] ForBuilds =
    [
        "PATH", "HOME", "USER", "LANG", "TZ", "TMPDIR", "SSL_CERT_FILE", "SSL_CERT_DIR", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy",
        "DOTNET_*", "NUGET_*", "NuGet*", "npm_config_*", "JAVA_HOME", "GOPATH", "GOPROXY", "CARGO_HOME", ContainerSettings.EngineName, ContainerSettings.EngineOptionsName, ContainerSettings.RunOptionsName,
    ];

    public static CloudServices Create(
        DataFolder data, BuildWorkspaces workspaces, SuiteOptions suite, IServiceProvider services, ISuiteFunctions functions, IEventSink events, TimeProvider time, Func<string?> url, Func<OwnKeys?> keys, Action<BuildOutput> buildOutput)
    {
        var options = new CloudOptions(data.At("cloud"), suite.Environment)
        {
            Identity = new CloudIdentity(LocalAws.Region, LocalAws.AccountId),
            SuiteUrl = url,
            SuiteBus = LocalAws.SuiteBus,
            Pipelines = new EventPipelines(services),
            FunctionKeys = () => keys()?.Functions is { } key ? (key.AccessKeyId, key.SecretAccessKey) : null,
            Programs = new Dictionary<string, TaskProgram>(StringComparer.Ordinal) { ["sluice-build"] = BuildRunner(data, workspaces, suite.Containers, url, keys) },
            TaskOutput = output => buildOutput(BuildOutput.Of(output)),
            WriteFailed = services.GetRequiredService<StorageHealth>().Failed,
        };
        return new CloudServices(
            options,
            services.GetRequiredService<IObjectStore>(),
            functions,
            events,
            services.GetRequiredService<ITable>(),
            services.GetRequiredService<ISecretBox>(),
            time,
            services.GetRequiredService<IIds>(),
            services.GetRequiredService<ILogger<CloudServices>>());
    }

    private static TaskProgram BuildRunner(DataFolder data, BuildWorkspaces workspaces, bool containers, Func<string?> url, Func<OwnKeys?> keys) => new(
        "dotnet",
        [Path.Combine(AppContext.BaseDirectory, "Sluice.BuildRunner.dll")],
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [RunnerVariables.Objects] = $"file:{data.At("objects")}", [RunnerVariables.Workspace] = workspaces.Folder, [RunnerVariables.Cache] = data.At("build-cache"),
            [ContainerSettings.Containers] = containers ? ContainerSettings.All : "",
        },
        ForBuilds)
    {
        Late = () => BuildVariables.Of(url(), keys()?.Builds),
        Standby = new StandbyProtocol(RunnerVariables.Standby, RunnerVariables.Ready),
    };
}
