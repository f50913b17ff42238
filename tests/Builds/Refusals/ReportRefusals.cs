using Sluice.World.Refusals;

namespace Sluice.Builds.Tests.Refusals;

internal static class ReportRefusals
{
    private const string Invalid = "InvalidInputException";
    private const string Missing = "ResourceNotFoundException";
    private const string Arn = World.HandedReport.Arn;

    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("CreateReportGroup", "ResourceAlreadyExistsException", "{'name':'web-unit'}", "a report group named 'web-unit' already"),
        new("CreateReportGroup", Invalid, "{'name':'a b'}", "name: expected 2 to 128 letters"),
        new("CreateReportGroup", Invalid, "{'exportConfig':{'exportConfigType':'S3'}}", "exportConfig.s3Destination.bucket: expected a bucket's name"),
        new("CreateReportGroup", Invalid, "{'exportConfig':{'exportConfigType':'NO_EXPORT','s3Destination':{'bucket':'reports'}}}", "with the exportConfigType S3 only"),
        new("CreateReportGroup", Invalid, "{'exportConfig':{'exportConfigType':'S3','s3Destination':{'bucket':'reports','path':'a/../b'}}}", "exportConfig.s3Destination.path"),
        new("CreateReportGroup", Invalid, "{'tags':[{'key':'aws:a','value':'1'}]}", "begins with 'aws:'"),
        new("UpdateReportGroup", Missing, $"{{'arn':'{Arn}report-group/nothing'}}", "no report group named 'nothing'"),
        new("UpdateReportGroup", Invalid, "{'arn':'web-unit'}", $"names no report group here; expected {Arn}report-group/NAME"),
        new("DeleteReportGroup", Invalid, "{'deleteReports':false}", "has reports, such as"),
        new("BatchGetReportGroups", Invalid, "{'reportGroupArns':[]}", "'reportGroupArns' failed to satisfy constraint"),
        new("ListReportGroups", Invalid, "{'nextToken':'x'}", "not given out for this listing"),
        new("ListSharedReportGroups", Invalid, "{'maxResults':0}", "'maxResults' failed to satisfy constraint"),
        new("BatchGetReports", Invalid, "{'reportArns':[]}", "'reportArns' failed to satisfy constraint"),
        new("ListReports", Invalid, "{'nextToken':'x'}", "not given out for this listing"),
        new("ListReportsForReportGroup", Missing, $"{{'reportGroupArn':'{Arn}report-group/nothing'}}", "no report group named 'nothing'"),
        new("ListReportsForReportGroup", Invalid, "{'nextToken':'x'}", "not given out for this listing"),
        new("DeleteReport", Invalid, "{'arn':'x'}", "names no report here; expected"),
        new("DescribeTestCases", Missing, $"{{'reportArn':'{Arn}report/web-unit:nothing'}}", "There is no report"),
        new("DescribeTestCases", Invalid, "{'filter':{'status':'BROKEN'}}", "filter.status: expected one of SUCCEEDED, FAILED, ERROR, SKIPPED, UNKNOWN, not 'BROKEN'"),
        new("DescribeTestCases", Invalid, "{'nextToken':'1-x'}", "not given out for this listing"),
        new("DescribeCodeCoverages", Invalid, $"{{'reportArn':'{Arn}report/web-unit:nothing'}}", "There is no report"),
        new("GetReportGroupTrend", Missing, $"{{'reportGroupArn':'{Arn}report-group/nothing'}}", "no report group named 'nothing'"),
        new("GetReportGroupTrend", Invalid, "{'trendField':'LINE_COVERAGE'}", "trendField: LINE_COVERAGE is of reports of the type CODE_COVERAGE, and the group 'web-unit' has TEST"),
    ];
}
