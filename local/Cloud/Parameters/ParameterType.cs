namespace Sluice.Local.Cloud.Parameters;

/// <summary>What a parameter's value is.</summary>
internal enum ParameterType
{
    /// <summary>Text.</summary>
    String,

    /// <summary>Texts with commas between them.</summary>
    StringList,

    /// <summary>A secret, which is sealed in the table.</summary>
    SecureString,
}
