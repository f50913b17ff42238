using Sluice.Pipelines.Types;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>Reads which kind of action it is, and refuses those that are not built.</summary>
internal static class ActionTypeDocument
{
    public static ActionTypeId Read(MappingReader map)
    {
        var type = new ActionTypeId
        {
            Category = map.RequiredEnum<ActionCategory>("category"),
            Owner = map.RequiredEnum<ActionOwner>("owner"),
            Provider = map.RequiredString("provider"),
            Version = map.RequiredString("version"),
        };
        if (map.Has("category") && map.Has("owner") && type.Provider.Length > 0)
        {
            Check(map, type);
        }

        if (type.Version.Length > 0 && type.Version != "1")
        {
            map.Fault("version", $"'1' was expected, not '{type.Version}'");
        }

        return type;
    }

    private static void Check(MappingReader map, ActionTypeId type)
    {
        var rule = ActionKinds.BuiltIn.FirstOrDefault(known => known.Category == type.Category && known.Provider == type.Provider);
        if (rule is null)
        {
            var built = string.Join(", ", ActionKinds.BuiltIn.Select(known => $"{known.Category} by {known.Provider} (owner {known.Owner})"));
            map.Fault("provider", $"{type.Category} by '{type.Provider}' is not built yet; built are: {built}");
        }
        else if (rule.Owner != type.Owner)
        {
            map.Fault("owner", $"{rule.Owner} was expected for {type.Category} by {type.Provider}, not {type.Owner}");
        }
    }
}
