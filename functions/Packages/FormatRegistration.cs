using Microsoft.Extensions.DependencyInjection;
using Sluice.Packages.Formats;
using Sluice.Packages.Formats.Npm;
using Sluice.Packages.Formats.NuGet;
using Sluice.Platform;

namespace Sluice.Packages;

/// <summary>Puts the formats together: the one class that names them.</summary>
internal static class FormatRegistration
{
    public static IServiceCollection AddFormats(this IServiceCollection services) => services
        .AddNpm()
        .AddFormat<NuGetFormat>().AddNuGetParts();

    private static IServiceCollection AddNpm(this IServiceCollection services) => services
        .AddUseCase<NpmUpstream>()
        .AddUseCase<Packument>()
        .AddUseCase<NpmPublish>()
        .AddUseCase<NpmTags>()
        .AddUseCase<NpmChanges>()
        .AddUseCase<NpmSearch>()
        .AddUseCase<NpmAudit>()
        .AddFormat<NpmRegistry>();

    private static IServiceCollection AddFormat<T>(this IServiceCollection services)
        where T : class, IPackageFormat => services.AddUseCase<T>().AddSingleton<IPackageFormat>(provider => provider.GetRequiredService<T>());
}
