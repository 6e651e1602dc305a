using System.Globalization;
using System.Numerics;

namespace AuthApi.Analyzers.Flow;

/// <summary>An exact fraction, so that a chain of conversions such as <c>/ 10000 * 1000 / 1e3</c> loses nothing.</summary>
internal readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    public static readonly Rational Zero = new(BigInteger.Zero);
    public static readonly Rational One = new(BigInteger.One);

    private readonly BigInteger numerator;
    private readonly BigInteger denominatorMinusOne;

    private Rational(BigInteger numerator, BigInteger? denominator = null)
    {
        var divisor = denominator ?? BigInteger.One;
        var common = BigInteger.GreatestCommonDivisor(numerator, divisor) * (divisor.Sign < 0 ? -1 : 1);
        this.numerator = numerator / common;
        denominatorMinusOne = (divisor / common) - 1;
    }

    public bool IsZero => numerator.IsZero;

    public int Sign => numerator.Sign;

    private BigInteger Denominator => denominatorMinusOne + 1;

    public static implicit operator Rational(long value) => new(value);

    public static Rational operator +(Rational a, Rational b) => new((a.numerator * b.Denominator) + (b.numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Rational operator -(Rational a) => new(-a.numerator, a.Denominator);

    public static Rational operator -(Rational a, Rational b) => a + -b;

    public static Rational operator *(Rational a, Rational b) => new(a.numerator * b.numerator, a.Denominator * b.Denominator);

    /// <summary>The quotient; <paramref name="b"/> must not be zero.</summary>
    public static Rational operator /(Rational a, Rational b) => new(a.numerator * b.Denominator, a.Denominator * b.numerator);

    public static bool operator ==(Rational a, Rational b) => a.Equals(b);

    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    public static Rational Abs(Rational value) => new(BigInteger.Abs(value.numerator), value.Denominator);

    public static Rational PowerOfTen(int exponent) =>
        exponent >= 0 ? new(BigInteger.Pow(10, exponent)) : new(BigInteger.One, BigInteger.Pow(10, -exponent));

    /// <summary>
    /// The number that a constant of C# stands for; null for what is no number. A <c>double</c> is read as its author wrote it,
    /// so 0.001 is a thousandth and not the nearest binary fraction.
    /// </summary>
    public static Rational? FromConstant(object? value)
    {
        switch (value)
        {
            case sbyte or byte or short or ushort or int or uint or long:
                return new(Convert.ToInt64(value, CultureInfo.InvariantCulture));
            case ulong number:
                return new(number);
            case float or double:
                var floating = Convert.ToDouble(value, CultureInfo.InvariantCulture);
                return Math.Abs(floating) < 1e27 ? FromDecimal((decimal)floating) : null;
            case decimal number:
                return FromDecimal(number);
            default:
                return null;
        }
    }

    /// <summary>The whole number that the digits spell; null for any other text.</summary>
    public static Rational? Parse(string digits) =>
        BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? new(value) : null;

    public bool Equals(Rational other) => numerator == other.numerator && denominatorMinusOne == other.denominatorMinusOne;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => numerator.GetHashCode() ^ denominatorMinusOne.GetHashCode();

    public int CompareTo(Rational other) => (numerator * other.Denominator).CompareTo(other.numerator * Denominator);

    public double ToDouble() => (double)numerator / (double)Denominator;

    public override string ToString() => denominatorMinusOne.IsZero
        ? numerator.ToString(CultureInfo.InvariantCulture)
        : numerator.ToString(CultureInfo.InvariantCulture) + "/" + Denominator.ToString(CultureInfo.InvariantCulture);

    private static Rational FromDecimal(decimal value)
    {
        var bits = decimal.GetBits(value);
        var scale = (bits[3] >> 16) & 0xFF;
        var whole = new BigInteger(new decimal(bits[0], bits[1], bits[2], value < 0, 0));
        return new(whole, BigInteger.Pow(10, scale));
    }
}
