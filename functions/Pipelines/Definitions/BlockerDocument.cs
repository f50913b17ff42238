using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>Reads a stage's gate, which the original keeps for itself: it has no effect.</summary>
internal static class BlockerDocument
{
    public static BlockerDeclaration Read(MappingReader map)
    {
        var (name, type) = (map.OptionalString("name"), map.OptionalString("type"));
        if (name is null or { Length: 0 or > 100 })
        {
            map.Fault("name", "1 to 100 characters were expected", FaultKinds.Blocker);
        }

        if (type != nameof(BlockerType.Schedule))
        {
            map.Fault("type", $"'{nameof(BlockerType.Schedule)}' was expected{(type is null ? "" : $", not '{type}'")}", FaultKinds.Blocker);
        }

        return new BlockerDeclaration { Name = name ?? "", Type = BlockerType.Schedule };
    }
}
