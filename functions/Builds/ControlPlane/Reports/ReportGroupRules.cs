using System.Text.RegularExpressions;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.ControlPlane.Projects.Rules;
using Sluice.Platform.Api;

namespace Sluice.Builds.ControlPlane.Reports;

/// <summary>What a report group must keep to beyond the model.</summary>
internal static partial class ReportGroupRules
{
    private const int LongestPath = 700;

    /// <summary>CodeBuild names the groups that builds make <c>PROJECT-GROUP</c>.</summary>
    public static bool IsName(string text) => Name().IsMatch(text);

    public static RequestFaults Faults(ReportGroup group)
    {
        var faults = new RequestFaults();
        faults.RequireAt(IsName(group.Name!), "name", $"expected 2 to 128 letters, digits, - and _, not '{group.Name}'");
        CheckExport(faults, group.ExportConfig!);
        faults.Add(InvalidInput.Code, TagFaults.Of(group.Tags ?? []));
        return faults;
    }

    private static void CheckExport(RequestFaults faults, ReportExportConfig export)
    {
        if (export.ExportConfigType != ReportExportConfigType.S3)
        {
            faults.RequireAt(export.S3Destination is null, "exportConfig.s3Destination", "it is there with the exportConfigType S3 only");
            return;
        }

        faults.RequireAt(
            export.S3Destination?.Bucket is { } bucket && BucketPath.Read(bucket) is { Key: "" }, "exportConfig.s3Destination.bucket", $"expected a bucket's name, not '{export.S3Destination?.Bucket}'");
        faults.RequireAt(
            export.S3Destination?.Path is null || IsPath(export.S3Destination.Path), "exportConfig.s3Destination.path", $"expected at most {LongestPath} characters, without '..' and what cannot be shown");
    }

    private static bool IsPath(string path) => path.Length <= LongestPath && !path.Split('/').Contains("..") && !path.Any(c => char.IsControl(c) || char.IsSurrogate(c));

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{1,127}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();
}
