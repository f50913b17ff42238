using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sluice.Builds.Queueing;
using Sluice.Builds.Sandboxes;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Recovery;
using Sluice.Lambdas;
using Sluice.Local.Cloud;
using Sluice.Local.Cloud.Buckets;
using Sluice.Local.Cloud.Files;
using Sluice.Local.Cloud.Wire;
using Sluice.Local.Guarding;
using Sluice.Local.Host.Data;
using Sluice.Local.Host.Http;
using Sluice.Local.Host.Logging;
using Sluice.Local.Host.Sources;
using Sluice.Local.Host.Storage;
using Sluice.Pipelines.Sources;
using Sluice.Platform.Access;
using Sluice.Platform.Access.Files;
using Sluice.Platform.Accounts;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;
using Sluice.Platform.Objects.Files;
using Sluice.Platform.Protocol.Unserved;
using Sluice.Platform.StateMachines;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.Sqlite;
using Sluice.Platform.Tracing;

namespace Sluice.Local.Host;

/// <summary>The suite's services on this machine's ports: SQLite, files and the engine instead of DynamoDB, S3 and Step Functions.</summary>
internal static class LocalServices
{
    public static ServiceProvider Create(
        DataFolder data, StorageHealth storage, Action<string> tell, TimeProvider time, IStateMachines machines, SweepPace sweeps, int? builds = null, PollPace? pace = null, ProcessSettings? settings = null)
    {
        var table = SqliteTable.Open(data.At("table.db"), time);
        var log = new BoundedLog(data.At("suite.log")) { Failed = storage.Failed };
        return new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(new FileLoggerProvider(log, time)).AddProvider(new TellingLoggerProvider(storage, tell, data.At("suite.log"))))
            .AddSingleton(storage)
            .AddSingleton(services => new Unattended(services.GetRequiredService<ILogger<Unattended>>(), time))
            .AddSingleton(time)
            .AddSingleton<IIds, RandomIds>()
            .AddSingleton(table)
            .AddSingleton<ITable>(table)
            .AddSingleton<ITableStream>(table)
            .AddBuckets(new FileObjectStore(data.At("objects")), new CloudIdentity(LocalAws.Region, LocalAws.AccountId))
            .AddSingleton(machines)
            .AddSingleton(sweeps)
            .AddSingleton(new SuiteAccount(LocalAws.Region, LocalAws.AccountId))
            .AddSingleton<ISecretBox>(new KeyFileSecretBox(data.At("secret.key")))
            .AddSingleton(EcsControllers.OfMachine)
            .AddSingleton<LocalEcsServices>()
            .AddSingleton<IEcsServiceViews>(services => services.GetRequiredService<LocalEcsServices>())
            .AddSingleton<LocalTerminals>()
            .AddSingleton<LocalCodeCommit>()
            .AddSingleton<ICodeCommitAddresses>(services => services.GetRequiredService<LocalCodeCommit>())
            .AddSingleton<ISandboxTerminals>(services => services.GetRequiredService<LocalTerminals>())
            .AddSingleton(new ServedBeside(EmulatedApis.Names))
            .AddSingleton<SignedInvocations>()
            .AddSingleton<SignedUrls>()
            .AddSingleton(new BuildLimit(builds ?? Environment.ProcessorCount))
            .AddSingleton(pace ?? PollPace.Default)
            .AddSingleton<IFolderProbe, GitFolders>()
            .AddSingleton<IFolderHistory, GitFolderHistory>()
            .AddSingleton<StopHandover>()
            .AddSingleton((settings ?? ProcessSettings.Default).Traces)
            .AddSingleton((settings ?? ProcessSettings.Default).Upstreams)
            .AddSingleton(new TraceConsole(tell))
            .AddSingleton(LocalKinds.Unavailable)
            .AddSuite()
            .BuildServiceProvider();
    }
}
