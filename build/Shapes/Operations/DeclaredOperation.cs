namespace Sluice.Shapes.Operations;

/// <summary>A class that carries out an operation.</summary>
/// <param name="Name">Its name, which is the operation's.</param>
/// <param name="FullName">With its namespace.</param>
/// <param name="Input">The name of what it takes.</param>
/// <param name="Output">The name of what it answers.</param>
/// <param name="Place">Where it is declared.</param>
internal sealed record DeclaredOperation(string Name, string FullName, string Input, string Output, Place Place);
