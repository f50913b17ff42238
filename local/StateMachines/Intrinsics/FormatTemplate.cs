using System.Text;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Intrinsics;

/// <summary>The first argument of <c>States.Format</c>, taken apart at each <c>{}</c>; <c>\{</c>, <c>\}</c>, <c>\'</c> and <c>\\</c> stand for themselves.</summary>
internal sealed record FormatTemplate(IReadOnlyList<string> Pieces)
{
    internal int Places => Pieces.Count - 1;

    /// <returns>Null if a brace is neither escaped nor part of <c>{}</c>.</returns>
    internal static FormatTemplate? Parse(string text)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\' when i + 1 < text.Length && text[i + 1] is ('{' or '}' or '\'' or '\\'):
                    piece.Append(text[++i]);
                    break;
                case '{' when i + 1 < text.Length && text[i + 1] == '}':
                    i++;
                    pieces.Add(piece.ToString());
                    piece.Clear();
                    break;
                case '{' or '}':
                    return null;
                default:
                    piece.Append(text[i]);
                    break;
            }
        }

        pieces.Add(piece.ToString());
        return new FormatTemplate(pieces);
    }

    internal DataString Fill(ReadOnlySpan<Data> values)
    {
        if (values.Length != Places)
        {
            throw new IntrinsicFailedException($"has {Places} places '{{}}' and was given {values.Length} values.");
        }

        var result = new StringBuilder(Pieces[0]);
        for (var i = 0; i < Places; i++)
        {
            result.AppendShown(values[i]).Append(Pieces[i + 1]);
        }

        return new DataString(result.ToString());
    }
}
