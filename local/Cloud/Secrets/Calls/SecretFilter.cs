namespace Sluice.Local.Cloud.Secrets.Calls;

/// <summary>Secrets Manager's Filter: a secret has one of the values, or not one that begins with <c>!</c>.</summary>
internal sealed record SecretFilter(string Key, IReadOnlyList<string> Values)
{
    public bool Fits(Secret secret) => Values.Any(value => value.StartsWith('!') ? !Has(secret, value[1..]) : Has(secret, value));

    private bool Has(Secret secret, string value) => Key switch
    {
        "name" => secret.Name.StartsWith(value, StringComparison.Ordinal),
        "description" => IsIn(secret.Description, value),
        "tag-key" => secret.Tags.Any(tag => tag.Key.StartsWith(value, StringComparison.Ordinal)),
        "tag-value" => secret.Tags.Any(tag => tag.Value.StartsWith(value, StringComparison.Ordinal)),
        "all" => IsIn(secret.Name, value) || IsIn(secret.Description, value) || secret.Tags.Any(tag => IsIn(tag.Key, value) || IsIn(tag.Value, value)),

        // No secret here is another service's, or has its home in another Region.
        _ => false,
    };

    private static bool IsIn(string? text, string value) => text?.Contains(value, StringComparison.OrdinalIgnoreCase) == true;
}
