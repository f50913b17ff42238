using Microsoft.Extensions.DependencyInjection;
using Sluice.Packages.Formats;
using Sluice.Packages.Formats.Npm;
using Sluice.Packages.Formats.NuGet;
using Sluice.Packages.Formats.PyPi;
using Sluice.Packages.Formats.PyPi.Projects;
using Sluice.Packages.Formats.PyPi.Uploads;
using Sluice.Platform;

namespace Sluice.Packages;

/// <summary>Puts the formats together: the one class that names them.</summary>
internal static class FormatRegistration
{
    public static IServiceCollection AddFormats(this IServiceCollection services) => services
        .AddNpm()
        .AddFormat<NuGetFormat>().AddNuGetParts()
        .AddPyPi();

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

    private static IServiceCollection AddFormat<T>(this IServiceCollection services)
        where T : class, IPackageFormat => services.AddUseCase<T>().AddSingleton<IPackageFormat>(provider => provider.GetRequiredService<T>());
}
