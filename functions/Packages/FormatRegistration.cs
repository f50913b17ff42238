using Microsoft.Extensions.DependencyInjection;
using Sluice.Packages.Formats;
using Sluice.Packages.Formats.Cargo;
using Sluice.Packages.Formats.Cargo.Outside;
using Sluice.Packages.Formats.Cargo.Publishing;
using Sluice.Packages.Formats.Cargo.Reading;
using Sluice.Packages.Formats.Maven;
using Sluice.Packages.Formats.Npm;
using Sluice.Packages.Formats.NuGet;
using Sluice.Packages.Formats.NuGet.Names;
using Sluice.Packages.Formats.NuGet.Outside;
using Sluice.Packages.Formats.PyPi;
using Sluice.Packages.Formats.PyPi.Names;
using Sluice.Packages.Formats.PyPi.Projects;
using Sluice.Packages.Formats.PyPi.Uploads;
using Sluice.Packages.Formats.Ruby;
using Sluice.Packages.Formats.Ruby.Names;
using Sluice.Packages.Formats.Ruby.Outside;
using Sluice.Packages.Formats.Ruby.Publishing;
using Sluice.Packages.Formats.Ruby.Reading;
using Sluice.Packages.Publishing;
using Sluice.Packages.Formats.Swift;
using Sluice.Packages.Resolving;
using Sluice.Packages.Rules;
using Sluice.Platform;

namespace Sluice.Packages;

/// <summary>Puts the formats together: the one class that names them.</summary>
internal static class FormatRegistration
{
    public static IServiceCollection AddFormats(this IServiceCollection services) => services
        .AddUseCase<AssetFinder>()
        .AddOrders()
        .AddOutsideVersions()
        .AddNpm()
        .AddFormat<NuGetFormat>().AddNuGetParts()
        .AddPyPi()
        .AddMaven()
        .AddCargo()
        .AddRuby()
        .AddFormat<SwiftFormat>().AddSwiftParts();

    /// <summary>The orders of versions, for the ranges of rules. A format without one of its own has <see cref="GeneralOrder"/>.</summary>
    private static IServiceCollection AddOrders(this IServiceCollection services) => services
        .AddSingleton<IVersionOrder>(new SemanticOrder(PackageFormat.npm))
        .AddSingleton<IVersionOrder, NuGetOrder>()
        .AddSingleton<IVersionOrder, PyOrder>()
        .AddSingleton<IVersionOrder, MavenOrder>()
        .AddSingleton<IVersionOrder>(new SemanticOrder(PackageFormat.cargo))
        .AddSingleton<IVersionOrder, GemOrder>()
        .AddSingleton<IVersionOrder>(new SemanticOrder(PackageFormat.swift));

    /// <summary>What registries outside have, for who publishes.</summary>
    private static IServiceCollection AddOutsideVersions(this IServiceCollection services) => services
        .AddOutside<NpmOutsideVersions>()
        .AddOutside<NuGetOutsideVersions>()
        .AddOutside<PyOutsideVersions>()
        .AddOutside<MavenOutsideVersions>()
        .AddOutside<CargoOutsideVersions>()
        .AddOutside<RubyOutsideVersions>();

    private static IServiceCollection AddNpm(this IServiceCollection services) => services
        .AddUseCase<NpmUpstream>()
        .AddUseCase<Packument>()
        .AddUseCase<NpmPublish>()
        .AddUseCase<NpmTags>()
        .AddUseCase<NpmChanges>()
        .AddUseCase<NpmSearch>()
        .AddUseCase<NpmAudit>()
        .AddFormat<NpmRegistry>();

    private static IServiceCollection AddPyPi(this IServiceCollection services) => services
        .AddUseCase<ProjectReader>()
        .AddUseCase<KeepFile>()
        .AddUseCase<ProjectPages>()
        .AddUseCase<ProjectFiles>()
        .AddUseCase<UploadFile>()
        .AddFormat<PyPiFormat>();

    private static IServiceCollection AddMaven(this IServiceCollection services) => services
        .AddUseCase<MavenTimes>()
        .AddUseCase<MavenOutside>()
        .AddUseCase<MavenFiles>()
        .AddUseCase<MavenLists>()
        .AddUseCase<MavenPut>()
        .AddUseCase<MavenFinish>()
        .AddFormat<MavenFormat>();

    private static IServiceCollection AddCargo(this IServiceCollection services) => services
        .AddUseCase<CargoOutside>()
        .AddUseCase<CratePublisher>()
        .AddUseCase<PublishCrate>()
        .AddUseCase<CrateIndex>()
        .AddUseCase<CrateFiles>()
        .AddUseCase<CrateSearch>()
        .AddFormat<CargoFormat>();

    private static IServiceCollection AddRuby(this IServiceCollection services) => services
        .AddUseCase<RubyOutside>()
        .AddUseCase<GemPublisher>()
        .AddUseCase<PushGem>()
        .AddUseCase<YankGem>()
        .AddUseCase<GemIndex>()
        .AddUseCase<KnownGems>()
        .AddUseCase<VersionsFile>()
        .AddUseCase<SpecLists>()
        .AddUseCase<GemFiles>()
        .AddUseCase<QuickSpecs>()
        .AddUseCase<GemDependencies>()
        .AddFormat<RubyFormat>();

    private static IServiceCollection AddOutside<T>(this IServiceCollection services)
        where T : class, IOutsideVersions => services.AddUseCase<T>().AddSingleton<IOutsideVersions>(provider => provider.GetRequiredService<T>());

    private static IServiceCollection AddFormat<T>(this IServiceCollection services)
        where T : class, IPackageFormat => services.AddUseCase<T>().AddSingleton<IPackageFormat>(provider => provider.GetRequiredService<T>());
}
