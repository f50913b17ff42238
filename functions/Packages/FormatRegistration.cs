using Microsoft.Extensions.DependencyInjection;
using Sluice.Packages.Formats;
using Sluice.Packages.Formats.Maven;
using Sluice.Packages.Formats.Npm;
using Sluice.Packages.Formats.NuGet;
using Sluice.Packages.Formats.PyPi;
using Sluice.Packages.Formats.PyPi.Projects;
using Sluice.Packages.Formats.PyPi.Uploads;
using Sluice.Packages.Formats.Swift;
using Sluice.Packages.Resolving;
using Sluice.Platform;

namespace Sluice.Packages;

/// <summary>Puts the formats together: the one class that names them.</summary>
internal static class FormatRegistration
{
    public static IServiceCollection AddFormats(this IServiceCollection services) => services
        .AddUseCase<AssetFinder>()
        .AddNpm()
        .AddFormat<NuGetFormat>().AddNuGetParts()
        .AddPyPi()
        .AddMaven()
        .AddFormat<SwiftFormat>().AddSwiftParts();

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
        .AddUseCase<MavenOutside>()
        .AddUseCase<MavenFiles>()
        .AddUseCase<MavenLists>()
        .AddUseCase<MavenPut>()
        .AddUseCase<MavenFinish>()
        .AddFormat<MavenFormat>();

    private static IServiceCollection AddFormat<T>(this IServiceCollection services)
        where T : class, IPackageFormat => services.AddUseCase<T>().AddSingleton<IPackageFormat>(provider => provider.GetRequiredService<T>());
}
