using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Parameters.Calls;

/// <summary>Parameter Store's ParameterStringFilter: what a parameter must be for a listing to have it.</summary>
internal sealed record ParameterFilter(string Key, string? Option, IReadOnlyList<string>? Values)
{
    private const string Tag = "tag:";

    /// <summary>All that is wrong with it.</summary>
    /// <param name="ofPath">Whether it is of a listing by path, which knows fewer.</param>
    public RequestFaults Faults(bool ofPath)
    {
        var faults = new RequestFaults();
        faults.Require(
            !ofPath || Key is "Type" or "KeyId" or "Label" || Key.StartsWith(Tag, StringComparison.Ordinal), "InvalidFilterKeyException",
            $"The following filter key is not valid: {Key}. Valid filter keys include: [Type, KeyId, Label, tag:...].");
        faults.Require(
            Option is null || Options.Contains(Option), "InvalidFilterOptionException", $"The following filter option is not valid: {Option}. Valid options of {Key} include: [{string.Join(", ", Options)}].");
        faults.Require(Values is { Count: > 0 } || Key.StartsWith(Tag, StringComparison.Ordinal), "InvalidFilterValueException", $"The filter {Key} has no value.");
        faults.Require(
            Key != "Path" || Values is null || Values.All(static value => value.StartsWith('/')), "InvalidFilterValueException", "The filter Path has a value that does not begin with a slash.");
        return faults;
    }

    public bool Fits(Parameter parameter) => Key switch
    {
        "Name" => AnyOf(parameter.Name) || AnyOf(parameter.Name.TrimStart('/')),
        "Type" => AnyOf($"{parameter.Current.Type}"),
        "Tier" => AnyOf(parameter.Current.Tier),
        "DataType" => AnyOf("text"),
        "KeyId" => parameter.Current.Type == ParameterType.SecureString && AnyOf("alias/aws/ssm"),
        "Label" => parameter.Labels.Keys.Any(AnyOf),
        "Path" => Values!.Any(path => IsBelow(parameter.Name, path, Option == "Recursive")),
        _ => parameter.Tags.Any(tag => tag.Key == Key[Tag.Length..] && (Values is null or [] || AnyOf(tag.Value))),
    };

    /// <summary>Whether a name is below a path, directly or at all.</summary>
    public static bool IsBelow(string name, string path, bool recursive)
    {
        var folder = path.EndsWith('/') ? path : path + "/";
        return name.Length > folder.Length && name.StartsWith(folder, StringComparison.Ordinal) && (recursive || name.IndexOf('/', folder.Length) < 0);
    }

    private IReadOnlyList<string> Options => Key switch
    {
        "Name" => ["Equals", "BeginsWith", "Contains"],
        "Path" => ["OneLevel", "Recursive"],
        _ => ["Equals", "BeginsWith"],
    };

    private bool AnyOf(string text) => Values!.Any(value => Option switch
    {
        "BeginsWith" => text.StartsWith(value, StringComparison.Ordinal),
        "Contains" => text.Contains(value, StringComparison.Ordinal),
        _ => text == value,
    });
}
