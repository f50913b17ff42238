using Sluice.Local.Cloud.Buckets.Model;

namespace Sluice.Local.Tests.Cloud.Buckets.History;

/// <summary>A key's versions, newest first.</summary>
internal sealed class VersionList
{
    private readonly List<(string Id, string? Text)> _versions = [];

    public string? Status { get; set; }

    public IReadOnlyList<(string Id, string? Text)> Shown => _versions;

    public IReadOnlyList<string> Ids => [.. _versions.Select(version => version.Id)];

    public string? Current => _versions.Count > 0 ? _versions[0].Text : null;

    public int Contents => _versions.Count(version => version.Text is not null);

    public void Put(string id, string? text)
    {
        if (Status != VersioningStatus.Enabled)
        {
            id.ShouldBe(ObjectVersion.NullId);
            _versions.RemoveAll(version => version.Id == ObjectVersion.NullId);
        }

        _versions.Insert(0, (id, text));
    }

    /// <param name="marker">The marker that was put; null if none was.</param>
    public void Delete(string? marker)
    {
        if (Status is null)
        {
            marker.ShouldBeNull();
            _versions.Clear();
        }
        else
        {
            Put(marker!, null);
        }
    }

    public void Remove(string version) => _versions.RemoveAll(there => there.Id == version);
}
