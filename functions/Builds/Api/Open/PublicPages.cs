using System.Globalization;
using System.Net;
using System.Text;
using Sluice.BuildContract;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Platform.Json;

namespace Sluice.Builds.Api.Open;

/// <summary>The pages of a public project. They tell how builds went, and nothing of variables, logs and artifacts, which may hold what is not for everyone.</summary>
internal static class PublicPages
{
    private const int ShownOfVersion = 12;

    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#202124}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem .8rem;border-bottom:1px solid #dadce0}"
        + ".SUCCEEDED{color:#2a7d2e}.FAILED,.FAULT,.TIMED_OUT{color:#b3261e}.STOPPED{color:#8a6100}";

    /// <summary>All of its newest builds.</summary>
    public static string Of(StoredProject project, IReadOnlyList<BuildRecord> builds)
    {
        var rows = string.Concat(builds.Select(build => Row(
            $"<a href=\"?alias={project.PublicAlias}&amp;build={build.BuildId}\">#{build.Number}</a>", Status(build.Status), Version(build), Time(build.SubmittedAt), Duration(build.SubmittedAt, build.EndedAt))));
        return Page(project.Name, $"<h1>{Text(project.Name)}</h1>{Paragraph(project.Project.Description)}{Table(rows, "Build", "Status", "Version", "Started", "Took")}");
    }

    /// <summary>One of its builds, with its phases.</summary>
    public static string Of(StoredProject project, BuildRecord build)
    {
        var rows = string.Concat(BuildPhases.Ended(build).Where(phase => phase.PhaseType != PhaseType.Completed)
            .Select(phase => Row(phase.PhaseType.WireName(), Status(phase.PhaseStatus), Time(phase.StartTime), Duration(phase.StartTime, phase.EndTime))));
        var title = $"{project.Name} #{build.Number.ToString(CultureInfo.InvariantCulture)}";
        return Page(title, $"<h1><a href=\"?alias={project.PublicAlias}\">{Text(project.Name)}</a> #{build.Number}</h1><p>{Status(build.Status)} {Version(build)}</p>{Table(rows, "Phase", "Status", "Started", "Took")}");
    }

    private static string Page(string title, string body) =>
        $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Text(title)}</title><style>{Style}</style></head><body>{body}</body></html>\n";

    private static string Table(string rows, params IEnumerable<string> heads) =>
        new StringBuilder("<table><thead><tr>").AppendJoin("", heads.Select(head => $"<th>{head}</th>")).Append("</tr></thead><tbody>").Append(rows).Append("</tbody></table>").ToString();

    private static string Row(params IEnumerable<string> cells) => $"<tr>{string.Concat(cells.Select(cell => $"<td>{cell}</td>"))}</tr>";

    private static string Paragraph(string? text) => string.IsNullOrEmpty(text) ? "" : $"<p>{Text(text)}</p>";

    private static string Status(BuildStatus status) => $"<strong class=\"{status.WireName()}\">{status.WireName()}</strong>";

    private static string Version(BuildRecord build)
    {
        var version = build.ResolvedSourceVersion ?? build.Settings.SourceVersion ?? "";
        return Text(version.Length > ShownOfVersion && build.ResolvedSourceVersion is not null ? version[..ShownOfVersion] : version);
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string Duration(DateTimeOffset from, DateTimeOffset? to) => to is { } end ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, (end - from).TotalSeconds):0.0} s") : "";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
