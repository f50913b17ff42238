using Sluice.World.Refusals;

namespace Sluice.Builds.Tests.Refusals;

/// <summary>An input of each operation that <see cref="RefusedWorld"/> takes, so that a refusal is due to what is changed in it.</summary>
internal static class GoodInputs
{
    private const string Arn = World.HandedReport.Arn;

    public static InputSet All { get; } = new(new Dictionary<string, string>
    {
        ["BatchDeleteBuilds"] = $"'ids':['{RefusedWorld.BuildId}']",
        ["BatchGetBuildBatches"] = $"'ids':['{RefusedWorld.BatchId}']",
        ["BatchGetBuilds"] = $"'ids':['{RefusedWorld.BuildId}']",
        ["BatchGetReportGroups"] = $"'reportGroupArns':['{Arn}report-group/web-unit']",
        ["BatchGetReports"] = $"'reportArns':['{RefusedWorld.Report}']",
        ["CreateReportGroup"] = "'name':'new','type':'TEST','exportConfig':{'exportConfigType':'NO_EXPORT'}",
        ["DeleteReport"] = $"'arn':'{RefusedWorld.Report}'",
        ["DeleteReportGroup"] = $"'arn':'{Arn}report-group/web-unit','deleteReports':true",
        ["DescribeCodeCoverages"] = $"'reportArn':'{RefusedWorld.Report}'",
        ["DescribeTestCases"] = $"'reportArn':'{RefusedWorld.Report}'",
        ["GetReportGroupTrend"] = $"'reportGroupArn':'{Arn}report-group/web-unit','trendField':'TOTAL'",
        ["ListReportGroups"] = "",
        ["ListReports"] = "",
        ["ListReportsForReportGroup"] = $"'reportGroupArn':'{Arn}report-group/web-unit'",
        ["ListSharedReportGroups"] = "",
        ["UpdateReportGroup"] = $"'arn':'{Arn}report-group/web-unit'",
        ["BatchGetFleets"] = "'names':['linux']",
        ["CreateFleet"] = "'name':'new','baseCapacity':2,'environmentType':'LINUX_CONTAINER','computeType':'BUILD_GENERAL1_SMALL'",
        ["DeleteFleet"] = $"'arn':'{Arn}fleet/linux'",
        ["DeleteResourcePolicy"] = $"'resourceArn':'{Arn}project/web'",
        ["DeleteSourceCredentials"] = $"'arn':'{Arn}token/gitlab'",
        ["GetResourcePolicy"] = $"'resourceArn':'{Arn}project/web'",
        ["ImportSourceCredentials"] = "'serverType':'GITHUB','authType':'PERSONAL_ACCESS_TOKEN','token':'secret'",
        ["ListCuratedEnvironmentImages"] = "",
        ["ListFleets"] = "",
        ["ListSourceCredentials"] = "",
        ["PutResourcePolicy"] = $"'resourceArn':'{Arn}project/web','policy':'{RefusedWorld.Policy}'",
        ["UpdateFleet"] = $"'arn':'{Arn}fleet/linux'",
        ["CreateWebhook"] = "'projectName':'unhooked','filterGroups':[[{'type':'EVENT','pattern':'PUSH'}]]",
        ["DeleteWebhook"] = "'projectName':'hooked'",
        ["UpdateWebhook"] = "'projectName':'hooked'",
        ["BatchGetProjects"] = "'names':['web']",
        ["CreateProject"] = World.BuildsApi.ProjectInput("new").Replace('"', '\'')[1..^1],
        ["DeleteBuildBatch"] = $"'id':'{RefusedWorld.BatchId}'",
        ["DeleteProject"] = "'name':'web'",
        ["InvalidateProjectCache"] = "'projectName':'web'",
        ["ListBuildBatches"] = "",
        ["ListBuildBatchesForProject"] = "'projectName':'web'",
        ["ListBuilds"] = "",
        ["ListBuildsForProject"] = "'projectName':'web'",
        ["ListProjects"] = "",
        ["ListSharedProjects"] = "",
        ["ReportBuildProgress"] = $"'id':'{RefusedWorld.BuildId}','progressSecret':'{RefusedWorld.Secret}'",
        ["RetryBuild"] = $"'id':'{RefusedWorld.BuildId}'",
        ["RetryBuildBatch"] = $"'id':'{RefusedWorld.BatchId}'",
        ["StartBuild"] = "'projectName':'web'",
        ["StartBuildBatch"] = "'projectName':'web'",
        ["StopBuild"] = $"'id':'{RefusedWorld.BuildId}'",
        ["StopBuildBatch"] = $"'id':'{RefusedWorld.GoingBatchId}'",
        ["UpdateProject"] = "'name':'web'",
        ["UpdateProjectVisibility"] = "'projectArn':'arn:aws:codebuild:us-east-1:123456789012:project/web','projectVisibility':'PUBLIC_READ'",
    });
}
