using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Repositories.Calls;

/// <summary>A commit.</summary>
internal sealed class GetCommit(RepositoryStore store) : RepositoryCall<GetCommit.Input>("getCommit")
{
    private const string Format = "%H%n%T%n%P%n%an%n%ae%n%at %ad%n%cn%n%ce%n%ct %cd%n%B";
    private const int Head = 9;

    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var git = store.Git(await store.GetAsync(input.RepositoryName, cancellationToken));
        var commit = await Revisions.CommitAsync(git, input.CommitId, cancellationToken);
        var lines = (await git.TextAsync(cancellationToken, "show", "--no-patch", "--date=format:%z", $"--format={Format}", commit)).Split('\n');
        return new JsonObject
        {
            ["Commit"] = new JsonObject
            {
                ["CommitId"] = lines[0], ["TreeId"] = lines[1], ["Parents"] = new JsonArray([.. lines[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(parent => (JsonNode)parent)]),
                ["Author"] = User(lines, 3), ["Committer"] = User(lines, 6), ["Message"] = string.Join('\n', lines.Skip(Head)) + "\n", ["AdditionalData"] = "",
            },
        };
    }

    private static JsonObject User(string[] lines, int at) => new() { ["Name"] = lines[at], ["Email"] = lines[at + 1], ["Date"] = lines[at + 2] };

    /// <summary>CodeCommit's GetCommitInput.</summary>
    internal sealed record Input(string RepositoryName, string CommitId);
}
