using Sluice.Platform.Access;

namespace Sluice.Platform.Tests.Access;

/// <summary>What docs/security.md says of rights is what the code does.</summary>
public sealed class SecurityPageTests
{
    private static readonly string[] _lines = DocsPage.Read("security.md").Text.Split('\n');

    [Fact]
    public void The_table_has_every_operation_with_the_rights_of_every_role()
    {
        var written = Rows("operation").ToDictionary(row => row[0].Trim('`'), row => row[1..], StringComparer.Ordinal);
        written.Keys.ShouldBe(AccessFixture.Model.Operations.Keys, ignoreOrder: true);
        foreach (var (operation, cells) in written)
        {
            cells.ShouldBe(Roles.All.Select(role => Expected(role, $"codedeploy:{operation}")), operation);
        }
    }

    [Fact]
    public void The_rights_to_what_is_secret_are_as_the_page_says()
    {
        var written = Rows("right").ToList();
        written.Count.ShouldBeGreaterThan(4);
        written.ForEach(row => row[1..].ShouldBe(Roles.All.Select(role => Expected(role, row[0].Trim('`'))), row[0]));
    }

    [Fact]
    public void The_table_of_S3_has_the_rights_of_every_role()
    {
        var rows = Rows("of S3").ToList();
        rows.Count.ShouldBeGreaterThan(10);
        foreach (var row in rows)
        {
            row[1..].ShouldBe(Roles.All.Select(role => Expected(role, $"s3:{row[0].Trim('`')}")), row[0]);
        }
    }

    [Fact]
    public void The_columns_are_the_roles() =>
        _lines.ShouldContain($"| operation | {string.Join(" | ", Roles.All)} |");

    private static string Expected(string role, string action) =>
        RequestGate.Open.Contains(action) ? "open" : Roles.Allow(role, action) ? "yes" : "";

    private static IEnumerable<string[]> Rows(string what) => _lines
        .SkipWhile(line => !line.StartsWith($"| {what} |", StringComparison.Ordinal)).Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));
}
