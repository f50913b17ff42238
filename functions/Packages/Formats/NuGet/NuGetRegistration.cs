using Microsoft.Extensions.DependencyInjection;
using Sluice.Packages.Formats.NuGet.Outside;
using Sluice.Packages.Formats.NuGet.Publishing;
using Sluice.Packages.Formats.NuGet.Reading;
using Sluice.Packages.Formats.NuGet.Searching;
using Sluice.Platform;

namespace Sluice.Packages.Formats.NuGet;

/// <summary>What NuGet's registry is made of.</summary>
internal static class NuGetRegistration
{
    public static IServiceCollection AddNuGetParts(this IServiceCollection services) => services
        .AddUseCase<OutsideJson>()
        .AddUseCase<OutsideResources>()
        .AddUseCase<OutsidePlaces>()
        .AddUseCase<OutsideVersions>()
        .AddUseCase<OutsideRegistrations>()
        .AddUseCase<OutsideGiven>()
        .AddUseCase<OutsideHash>()
        .AddUseCase<OutsidePackages>()
        .AddUseCase<OutsideSearch>()
        .AddUseCase<PackagePublisher>()
        .AddUseCase<PushPackage>()
        .AddUseCase<KnownPackages>()
        .AddUseCase<EntryReader>()
        .AddUseCase<VersionLists>()
        .AddUseCase<PackageContents>()
        .AddUseCase<FlatContainer>()
        .AddUseCase<Catalogue>()
        .AddUseCase<Registrations>()
        .AddUseCase<LocalSearch>()
        .AddUseCase<GivenHits>()
        .AddUseCase<PackageSearch>();
}
