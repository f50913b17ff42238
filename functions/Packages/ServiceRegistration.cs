using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sluice.Packages.Api.Domains;
using Sluice.Packages.Api.Groups;
using Sluice.Packages.Api.Packages;
using Sluice.Packages.Api.Repositories;
using Sluice.Packages.Api.Rules;
using Sluice.Packages.Api.Tags;
using Sluice.Packages.Contents;
using Sluice.Packages.Entry;
using Sluice.Packages.Formats;
using Sluice.Packages.Groups;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;
using Sluice.Packages.Removal;
using Sluice.Packages.Resolving;
using Sluice.Packages.Retention;
using Sluice.Packages.Rules;
using Sluice.Packages.Upstreams;
using Sluice.Packages.Versions;
using Sluice.Platform;
using Sluice.Platform.Accounts;
using Sluice.Platform.Objects;

namespace Sluice.Packages;

/// <summary>CodeArtifact's job.</summary>
public static class ServiceRegistration
{
    /// <summary>Registers the operations and the registries. They need the platform with ITable, IObjectStore and ISecretBox.</summary>
    public static IServiceCollection AddPackages(this IServiceCollection services)
    {
        services.TryAddSingleton(SuiteAccount.OneMachine);
        services.TryAddSingleton(SuiteBucket.OneMachine);
        services.TryAddSingleton(new RegistryAddress());
        services.TryAddSingleton(UpstreamSettings.Public);
        services.TryAddSingleton(provider => new UpstreamClient(UpstreamClient.NewClient(), provider.GetRequiredService<TimeProvider>()));
        return services
            .AddUseCase<DomainStore>()
            .AddUseCase<RepositoryStore>()
            .AddUseCase<PackageStore>()
            .AddUseCase<ContentStore>()
            .AddUseCase<GroupStore>()
            .AddUseCase<PinnedTime>()
            .AddUseCase<VersionOrders>()
            .AddUseCase<QuarantineStore>()
            .AddUseCase<OutsideTimes>()
            .AddUseCase<KnownRules>()
            .AddUseCase<GateKeeper>()
            .AddUseCase<OutsideGate>()
            .AddUseCase<RepositoryWalk>()
            .AddUseCase<VersionFinder>()
            .AddUseCase<OutsideConflicts>()
            .AddUseCase<PublishVersion>()
            .AddUseCase<ChangeVersion>()
            .AddUseCase<RetainVersion>()
            .AddUseCase<ListVersion>()
            .AddUseCase<DocumentCache>()
            .AddUseCase<VersionBatch>()
            .AddUseCase<CopyVersions>()
            .AddUseCase<Quarantine>()
            .AddUseCase<ExpiringVersions>()
            .AddUseCase<SweepPackages>()
            .AddUseCase<DomainSearch>()
            .AddUseCase<RuleOwners>()
            .AddUseCase<PackageRemoval>()
            .AddUseCase<RepositoryRemoval>()
            .AddUseCase<DomainRemoval>()
            .AddUseCase<UpstreamDocuments>()
            .AddUseCase<UpstreamFiles>()
            .AddFormats()
            .AddImages()
            .AddUseCase<DomainViews>()
            .AddUseCase<RepositoryViews>()
            .AddUseCase<UpstreamRules>()
            .AddUseCase<TaggedResources>()
            .AddUseCase<PackageFinder>()
            .AddUseCase<GroupViews>()
            .AddUseCase<BuildRepositories>()
            .AddUseCase<Redirects>()
            .AddUseCase<RegistryEndpoint>()
            .AddUseCase<CodeArtifactEndpoint>()
            .AddCodeartifactOperations();
    }
}
