using Sluice.Builds.ControlPlane.Reports;
using Sluice.Builds.Model;
using Sluice.Builds.Shapes;
using Sluice.Builds.Tests.World;

namespace Sluice.Builds.Tests.Refusals;

/// <summary>A suite with something of everything that operations ask for.</summary>
internal static class RefusedWorld
{
    /// <summary>Its report, made of the build and the group, and so the same in each world.</summary>
    public static string Report { get; } = $"{HandedReport.Arn}report/web-unit:" + DerivedUuid.Of("report", $"{HandedReport.Arn}build/web:1", GroupId);

    /// <summary>With the quotes escaped that a JSON string's inside needs.</summary>
    public const string Policy = "{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Effect\\\":\\\"Allow\\\",\\\"Principal\\\":\\\"*\\\",\\\"Action\\\":\\\"*\\\",\\\"Resource\\\":\\\"*\\\"}]}";

    private const string GroupId = "group-1";

    public static async Task<BuildsApi> CreateAsync()
    {
        var api = new BuildsApi();
        await api.CreateProjectAsync("web");
        await api.CreateProjectAsync("other");
        var group = ReportGroupSettings.Create("web-unit", ReportType.TEST, export: null, tags: null, api.Time.GetUtcNow());
        await api.Get<ReportGroupStore>().CreateAsync(new StoredReportGroup(GroupId, group));
        await api.HandOverAsync(HandedReport.Of("web", 1, HandedReport.Tests(api.Objects, "unit", "adds passed 1")));
        await api.CallAsync("CreateFleet", "{'name':'linux','baseCapacity':2,'environmentType':'LINUX_CONTAINER','computeType':'BUILD_GENERAL1_SMALL'}");
        await api.CallAsync("ImportSourceCredentials", "{'serverType':'GITLAB','authType':'PERSONAL_ACCESS_TOKEN','token':'secret'}");
        await api.CallAsync("PutResourcePolicy", $"{{'resourceArn':'{HandedReport.Arn}project/web','policy':'{Policy}'}}");
        await api.CreateProjectAsync("unhooked", "{'source':{'type':'GITHUB','location':'https://example.com/acme/shop.git'}}");
        await api.CreateProjectAsync("hooked", "{'source':{'type':'GITHUB','location':'https://example.com/acme/shop.git'}}");
        await api.CallAsync("CreateWebhook", "{'projectName':'hooked'}");
        return api;
    }
}
