using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Buckets.Model;

/// <summary>An event that is still to be told.</summary>
internal sealed record StoredNotice(JsonObject Event);
