using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>Reads where a pipeline's artifacts are: one bucket, or one for each Region.</summary>
internal static class StoreDocument
{
    public static (ArtifactStore? One, IReadOnlyDictionary<string, ArtifactStore>? ByRegion) Read(MappingReader map)
    {
        var (one, byRegion) = (map.OptionalMapping("artifactStore", Store), map.MapOfMappings("artifactStores", (_, store) => Store(store)));
        if (map.Has("artifactStore") && map.Has("artifactStores"))
        {
            map.Fault("artifactStores", "artifactStore and artifactStores cannot both be there; expected artifactStore for one Region, or artifactStores for several", FaultKinds.Structure);
        }
        else if (!map.Has("artifactStore") && byRegion.Count == 0)
        {
            map.Required("artifactStore", "a map with type and location, or artifactStores with one for each Region");
        }

        foreach (var region in byRegion.Keys.Where(region => region.Length is < 4 or > 30))
        {
            map.Fault("artifactStores", $"'{region}' is no Region; expected names such as eu-central-1", FaultKinds.Validation);
        }

        return (one, byRegion.Count == 0 ? null : byRegion);
    }

    private static ArtifactStore Store(MappingReader map)
    {
        var bucket = map.RequiredString("location");
        if (bucket.Length > 0 && !IsBucket(bucket))
        {
            map.Fault("location", "a bucket's name was expected: 3 to 63 of a-z, 0-9, '-' and '.'", FaultKinds.Validation);
        }

        return new ArtifactStore { Type = map.RequiredEnum<ArtifactStoreType>("type"), Location = bucket, EncryptionKey = map.OptionalMapping("encryptionKey", Key) };
    }

    private static EncryptionKey Key(MappingReader map)
    {
        map.Required("id", "the key's id, ARN or alias");
        return new EncryptionKey { Id = Texts.Optional(map, "id", 400) ?? "", Type = map.RequiredEnum<EncryptionKeyType>("type") };
    }

    private static bool IsBucket(string name) =>
        name.Length is >= 3 and <= 63
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.')
        && !name.Contains("..", StringComparison.Ordinal);
}
