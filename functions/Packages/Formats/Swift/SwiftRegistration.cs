using Microsoft.Extensions.DependencyInjection;
using Sluice.Packages.Formats.Swift.Publishing;
using Sluice.Packages.Formats.Swift.Releases;
using Sluice.Platform;

namespace Sluice.Packages.Formats.Swift;

/// <summary>The parts of Swift's registry.</summary>
internal static class SwiftRegistration
{
    public static IServiceCollection AddSwiftParts(this IServiceCollection services) => services
        .AddUseCase<ReleaseList>()
        .AddUseCase<ReleaseFiles>()
        .AddUseCase<Identifiers>()
        .AddUseCase<PublishRelease>();
}
