using Sluice.Deployments.ControlPlane.Applications;

namespace Sluice.Deployments.Api.Applications;

/// <summary>Applications as they are answered.</summary>
internal static class ApplicationDescription
{
    public static ApplicationInfo Of(Application application) => new()
    {
        ApplicationId = application.ApplicationId,
        ApplicationName = application.ApplicationName,
        ComputePlatform = application.ComputePlatform,
        CreateTime = application.CreateTime,
        LinkedToGitHub = application.GitHubAccountName is not null,
        GitHubAccountName = application.GitHubAccountName,
    };
}
